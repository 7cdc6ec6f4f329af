/* The evening: pockets, morale, will, civilians, and how third parties take the day. */

static void crumble(World *w, const Laws *p, int64_t day, Formation *f) {
    double hazard = p->surrender * (1.0 - f->effect) * (1.0 - f->morale);
    surrender(w, day, f, f->strength * (1.0 - exp(-hazard)));
}

static void break_out(World *w, const Laws *p, int64_t day, Formation *f) {
    double km;
    int64_t goal = refuge(w, f, &km);
    if (goal < 0) {
        crumble(w, p, day, f);
        return;
    }
    double lost = f->strength * (1.0 - exp(-p->breakout_hazard * km * (1.0 - p->breakout_cover)));
    double taken = p->breakout_captured * lost;
    fall_out(w, f, lost, &LEDGER(lost_breaking_out, f->side));
    f->captured += taken;
    f->casualties += lost - taken;
    abandon_stock(w, day, f);
    LEDGER(broke_out, f->side) += f->strength;
    f->place = goal;
    f->dug_in = 0.0;
    f->pocket = FREE;
    stand(f);
}

static void encircle(World *w, const Laws *p, int64_t day, Formation *f) {
    int64_t before = f->pocket;
    f->pocket = here(w, f)->retreat >= FAR ? SEALED : (double)f->cut >= p->cut_days ? POROUS : FREE;
    if (before == FREE && f->pocket != FREE) LEDGER(encircled, f->side) += f->strength;
    if (f->pocket == SEALED) {
        if (f->order == WITHDRAW) break_out(w, p, day, f);
        else crumble(w, p, day, f);
    }
    if (f->strength > p->destroyed_share * f->established) return;
    if (f->pocket == SEALED) {
        surrender(w, day, f, f->strength);
    } else {
        f->dispersed += f->strength;
        fall_out(w, f, f->strength, &LEDGER(dispersed, f->side));
    }
    abandon_stock(w, day, f);
    f->status = DESTROYED;
}

static void update_morale(World *w, const Laws *p, int64_t day, Formation *f) {
    int64_t s = f->side;
    double men = f->strength, losses = p->morale_loss * f->loss, shortage = p->morale_shortage * (1.0 - f->effect);
    double pocket = f->pocket != FREE ? p->morale_pocket : 0.0;
    int resting = f->loss <= 0.0 && f->pocket == FREE;
    double rest = resting ? p->morale_rest * (1.0 - f->morale) * w->sides[s].will : 0.0;
    f->morale = least(1.0, most(0.0, f->morale - losses - shortage - pocket + rest));
    LEDGER(morale_lost_to_losses, s) += men * losses;
    LEDGER(morale_lost_to_shortage, s) += men * shortage;
    LEDGER(morale_lost_in_pockets, s) += men * pocket;
    LEDGER(morale_restored, s) += men * rest;
    if (here(w, f)->fronts == 0) return;
    double chance = 1.0 / (1.0 + exp((f->morale - p->rout_morale) / p->rout_spread));
    if (uniform(w->key, day, ROUT, f->id) < chance && withdraw(w, day, f)) {
        f->wait = f->wait > 1 ? f->wait : 1;
        LEDGER(routs, s) += 1.0;
    }
}

static void weigh_will(World *w, const Laws *p, int64_t day) {
    for (int64_t s = 0; s < 2; s++) {
        Side *side = w->sides + s;
        double men = 0.0, lost = 0.0;
        PRESENT_FORMATIONS(f) {
            if (f->side == s) men += f->strength;
        }
        ALL(Place, places, place) {
            if (place->taken == day) lost += place->holder == s ? -place->symbol : place->symbol;
        }
        double losses = side->lost > 0.0 ? p->will_loss * side->lost / (men + side->lost) : 0.0;
        double symbols = p->will_symbol * lost, setbacks = -p->will_ground * side->momentum;
        double want = p->will_money * side->dependence * (1.0 - side->money);
        side->will = least(1.0, most(0.0, side->will - losses - symbols - setbacks - want));
        side->lost = 0.0;
        LEDGER(will_lost_to_losses, s) += losses;
        LEDGER(will_lost_to_symbols, s) += symbols;
        LEDGER(will_lost_to_setbacks, s) += setbacks;
        LEDGER(will_lost_to_want, s) += want;
    }
}

static void suffer(World *w, const Laws *p) {
    ALL(Place, places, place) {
        if (place->hostile <= p->flight_distance && !w->conditions->ceasefire) {
            double fire = place->attack;
            AROUND(place, n) {
                if (at(w, n)->holder != place->holder) fire += p->quiet * at(w, n)->power / (double)at(w, n)->fronts;
            }
            double density = least(1.0, place->men / (p->saturation * place->area));
            double people = place->civilians / place->area, aimed = w->sides[1 - place->holder].aimed;
            double harmed = p->civilian_harm * fire * (1.0 - aimed) * (1.0 - density) * people;
            harmed = least(place->civilians, harmed);
            place->harmed += harmed;
            place->civilians -= harmed;
            place->civilians -= p->flight * place->civilians;
        } else if (place->holder == place->home) {
            place->civilians += p->homecoming * most(0.0, place->population - place->harmed - place->civilians);
        }
    }
}

static void reconsider(World *w, const Laws *p, int64_t day) {
    double gained = 0.0;
    ALL(Place, places, place) {
        if (place->contested && place->taken == day) gained += place->holder == 0 ? place->area : -place->area;
    }
    for (int s = 0; s < 2; s++) {
        double today = (s == 0 ? gained : -gained) / p->momentum_ground;
        w->sides[s].momentum += (today - w->sides[s].momentum) / p->momentum_days;
    }
    ALL(Supporter, supporters, supporter) {
        double momentum = w->sides[supporter->side].momentum;
        supporter->materiel = least(1.0, most(0.0, supporter->materiel + supporter->follows * momentum));
    }
    ALL(Mediator, mediators, mediator) {
        double movement = fabs(w->sides[0].momentum);
        mediator->engagement = least(1.0, most(0.0, mediator->engagement + mediator->follows * movement));
    }
}
