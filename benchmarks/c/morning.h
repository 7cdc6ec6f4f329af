/* The morning: repairs, events, aid, who is there, and what each side sees. */

static void repair(World *w, const Laws *p) {
    ALL(Road, roads, road) {
        if (road->damage > 0.0) {
            road->damage = most(0.0, road->damage - (road->crossing ? p->crossing_repair : p->road_repair));
        }
    }
    ALL(Place, places, place) {
        if (place->depot_damage > 0.0) place->depot_damage = most(0.0, place->depot_damage - p->depot_repair);
    }
}

static void hold_fire(World *w, int64_t holds) {
    w->conditions->ceasefire = holds;
    if (holds != 1) return;
    ALL(Formation, formations, f) {
        if (f->order == ASSAULT) stand(f);
    }
}

static void take_place(World *w, const Event *h) {
    int64_t target = h->target;
    double value = h->value;
    switch (h->kind) {
        case INTELLIGENCE_SUPPORT: w->supporters[target].intelligence = value; break;
        case MATERIEL_SUPPORT: w->supporters[target].materiel = value; break;
        case MONEY_SUPPORT: w->supporters[target].money = value; break;
        case ROAD_DAMAGE: w->roads[target].damage = value; break;
        case MUD: w->conditions->mud = value; break;
        case LEAVE_TO_WITHDRAW: w->sides[target].may_withdraw = (int64_t)value; break;
        case ORDER_TO_WITHDRAW: w->sides[target].withdraws = (int64_t)value; break;
        case CEASEFIRE: hold_fire(w, (int64_t)value); break;
        case TRUCKS: w->sides[target].trucks = most(0.0, w->sides[target].trucks + value); break;
        case WILL: w->sides[target].will = least(1.0, most(0.0, w->sides[target].will + value)); break;
    }
}

static void arrive(World *w, Formation *f) {
    if (here(w, f)->holder != f->side) {
        double km;
        int64_t goal = refuge(w, f, &km);
        if (goal < 0) return;
        f->place = goal;
    }
    f->status = PRESENT;
}

static void happen(World *w, int64_t day) {
    w->conditions->day = day;
    if (day <= w->conditions->foreseen) {
        ALL(Event, events, event) {
            if (event->day == day) take_place(w, event);
        }
    }
    ALL(Formation, formations, f) {
        if (f->status == AWAITED && f->arrives <= day) arrive(w, f);
        if (f->status == PRESENT && 0 <= f->leaves && f->leaves <= day && f->pocket != SEALED) f->status = LEFT;
    }
}

static void receive_aid(World *w, const Laws *p) {
    for (int s = 0; s < 2; s++) {
        Side *side = w->sides + s;
        double lent = 0.0, delivered = 1.0, paid = 1.0;
        ALL(Supporter, supporters, supporter) {
            if (supporter->side == s) {
                lent += supporter->coverage * supporter->intelligence;
                delivered -= supporter->share * (1.0 - supporter->materiel);
                paid -= supporter->money_share * (1.0 - supporter->money);
            }
        }
        side->lent_coverage = lent;
        side->materiel += (most(0.0, delivered) - side->materiel) / most(1.0, p->materiel_days);
        side->money = most(0.0, paid);
    }
}

static double fighting_power(const World *w, const Laws *p, const Formation *f) {
    const Side *side = w->sides + f->side;
    double heart = p->morale_floor + (1.0 - p->morale_floor) * f->morale;
    double arms = 1.0 - side->reliance * (1.0 - side->materiel);
    return f->strength * f->quality * f->effect * heart * arms;
}

static void muster(World *w, const Laws *p) {
    ALL(Place, places, place) place->men = place->power = place->dug_in = 0.0;
    PRESENT_FORMATIONS(f) {
        here(w, f)->men += f->strength;
        here(w, f)->power += fighting_power(w, p, f);
        here(w, f)->dug_in += f->dug_in * f->strength;
    }
    ALL(Place, places, place) {
        if (place->men > 0.0) place->dug_in /= place->men;
    }
}

static double expected_men(const World *w, int64_t s) {
    double men = 0.0;
    int64_t fronts = 0;
    PRESENT_FORMATIONS(f) {
        if (f->side == s) men += f->established;
    }
    ALL(Place, places, place) fronts += place->holder == s && place->fronts > 0;
    return fronts > 0 ? men * (1.0 - w->sides[s].deception) / (double)fronts : 0.0;
}

static double reported_men(const World *w, const Laws *p, const Place *place, double coverage) {
    if (place->men <= 0.0) return 0.0;
    double error = p->estimate_spread * (1.0 - coverage) * place->misjudged;
    return place->men * (1.0 - w->sides[place->holder].deception) * exp(error);
}

static void raise_alarm(World *w, const Laws *p, int64_t day) {
    ALL(Place, places, place) place->alarm = 0.0;
    PRESENT_FORMATIONS(f) {
        if (f->order != ASSAULT) continue;
        double chance = p->detection * w->sides[1 - f->side].intelligence * (1.0 - w->sides[f->side].deception);
        if ((double)f->prepared > p->preparation || uniform(w->key, day, WARNING, f->id) < chance) f->noticed = 1;
        if (f->noticed) w->places[f->objective].alarm += f->strength;
    }
}

static void misjudge(World *w, const Laws *p, int64_t day) {
    double kept = day > 0 ? p->estimate_memory : 0.0;
    ALL(Place, places, place) {
        if (place->fronts == 0 && day > 0) continue;
        double drawn = normal(w->key, day, ESTIMATE, place->id);
        place->misjudged = kept * place->misjudged + sqrt(1.0 - kept * kept) * drawn;
    }
}

static void see(World *w, const Laws *p, int64_t day) {
    ALL(Side, sides, side) {
        side->intelligence = least(1.0, side->own_coverage + side->lent_coverage);
        side->aimed = p->aimed_least + (p->aimed_most - p->aimed_least) * side->intelligence;
    }
    raise_alarm(w, p, day);
    misjudge(w, p, day);
    double memory = day > 0 ? p->picture_memory : 0.0;
    double spread[2] = {expected_men(w, 0), expected_men(w, 1)};
    ALL(Place, places, place) {
        if (place->fronts == 0 && place->men <= 0.0 && place->picture <= 0.0) continue;
        double coverage = w->sides[1 - place->holder].intelligence, chance = p->detection * coverage;
        if (place->fronts > 0) chance = 1.0 - (1.0 - chance) * (1.0 - p->contact_detection);
        if (uniform(w->key, day, DETECTION, place->id) < chance) {
            place->picture = reported_men(w, p, place, coverage);
        } else {
            double expected = place->fronts > 0 ? spread[place->holder] : 0.0;
            place->picture = expected + memory * (place->picture - expected);
        }
    }
}
