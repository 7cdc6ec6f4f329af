/* Advance: places fall when the whole of their depth is gained; defenders fall back, escape or are captured. */

static void slip_away(World *w, int64_t day, Formation *f) {
    double km;
    int64_t goal = refuge(w, f, &km);
    if (goal < 0) {
        surrender(w, day, f, f->strength);
        f->status = DESTROYED;
        return;
    }
    f->place = goal;
    f->dug_in = 0.0;
    stand(f);
}

static void fall_back(World *w, const Laws *p, int64_t day, int64_t n, int64_t loser) {
    int64_t back = -1;
    double way = 2.0 * FAR;
    AROUND(w->places + n, beside) {
        if (at(w, beside)->holder == loser && at(w, beside)->retreat < way) {
            back = beside->place;
            way = at(w, beside)->retreat;
        }
    }
    PRESENT_FORMATIONS(f) {
        if (f->side != loser || f->place != n) continue;
        if (back >= 0) {
            lose(w, f, p->overrun * f->strength, &LEDGER(lost_defending, loser));
            f->place = back;
            f->dug_in = 0.0;
            stand(f);
        } else {
            surrender(w, day, f, p->storm_captured * f->strength);
            abandon_stock(w, day, f);
            slip_away(w, day, f);
        }
    }
}

static void fall(World *w, const Laws *p, int64_t day, int64_t n, Formation *lead) {
    Place *place = w->places + n;
    int64_t loser = place->holder;
    if (place->contested) {
        *(place->men > 0.0 ? &LEDGER(area_by_assault, loser) : &LEDGER(area_undefended, loser)) += place->area;
    }
    place->holder = 1 - loser;
    place->gained = 0.0;
    place->works = 0.0;
    place->taken = day;
    place->picture = lead->strength * (1.0 - w->sides[1 - loser].deception);
    w->conditions->moved = 1;
    fall_back(w, p, day, n, loser);
    PRESENT_FORMATIONS(f) {
        if (f->order == ASSAULT && f->objective == n) stand(f);
    }
    lead->place = n;
    lead->dug_in = 0.0;
}

static Formation *strongest_attacker(const World *w, const Laws *p, int64_t n) {
    Formation *lead = 0;
    PRESENT_FORMATIONS(f) {
        int is_attacker = f->objective == n && is_prepared(p, f, f->prepared - 1);
        if (is_attacker && f->strength > (lead ? lead->strength : 0.0)) lead = f;
    }
    return lead;
}

static void fight(World *w, const Laws *p, int64_t day) {
    muster(w, p);
    concentrate(w, p, day);
    ALL(Place, places, place) {
        if (!w->conditions->ceasefire) skirmish(w, p, place);
        if (place->attackers > 0.0) battle(w, p, day, place);
    }
    PRESENT_FORMATIONS(f) bleed(w, p, day, f);
    ALL(Place, places, place) {
        if (place->attackers <= 0.0) {
            place->gained = most(0.0, place->gained - p->restore_pace);
        } else if (place->gained >= place->depth) {
            Formation *lead = strongest_attacker(w, p, place - w->places);
            if (lead) fall(w, p, day, place - w->places, lead);
        }
    }
}
