/* Losses: men who leave the ranks, and marches on which they do. */

static void fall_out(World *w, Formation *f, double men, double *cause) {
    if (men <= 0.0) return;
    f->loss = least(1.0, f->loss + (1.0 - f->loss) * men / f->strength);
    f->strength -= men;
    w->sides[f->side].lost += men;
    *cause += men;
}

static void lose(World *w, Formation *f, double men, double *cause) {
    fall_out(w, f, men, cause);
    f->casualties += men;
}

static void surrender(World *w, int64_t day, Formation *f, double men) {
    fall_out(w, f, men, &LEDGER(surrendered, f->side));
    f->captured += men;
}

static void abandon_stock(World *w, int64_t day, Formation *f) {
    LEDGER(supply_abandoned, f->side) += f->stock;
    f->stock = 0.0;
}

static int is_covered(const World *w, const Formation *f) {
    PRESENT_FORMATIONS(other) {
        int stays = other->order == HOLD || other->order == ASSAULT;
        if (other->place == f->place && other->id != f->id && stays) return 1;
    }
    return 0;
}

static void run_the_gauntlet(World *w, const Laws *p, int64_t day, Formation *f, double km) {
    const Side *enemy = w->sides + 1 - f->side;
    double near = exp(-here(w, f)->hostile / p->drone_reach);
    double hazard = p->withdrawal_hazard * enemy->drones * enemy->intelligence * near * (1.0 - (double)w->conditions->ceasefire);
    double cover = is_covered(w, f) ? p->rear_guard_cover : 0.0;
    lose(w, f, f->strength * (1.0 - exp(-hazard * (1.0 - cover) * km)), &LEDGER(lost_withdrawing, f->side));
}

static void go(World *w, const Laws *p, int64_t day, Formation *f, const Neighbour *way) {
    if (at(w, way)->holder != f->side) {
        stand(f);
        return;
    }
    double pace = p->march_pace * (1.0 - w->conditions->mud);
    if (way->road < 0) pace *= p->cross_country;
    double step = least(pace, way->km - f->marched);
    f->marched += step;
    f->dug_in = 0.0;
    if (f->order == WITHDRAW) run_the_gauntlet(w, p, day, f, step);
    if (f->marched >= way->km) {
        f->place = way->place;
        stand(f);
    }
}

static void march(World *w, const Laws *p, int64_t day, Formation *f) {
    f->loss = 0.0;
    if (f->order == HOLD) {
        f->dug_in = least(1.0, f->dug_in + 1.0 / p->dig_days);
    } else if ((f->order == MOVE || f->order == WITHDRAW) && f->objective >= 0) {
        AROUND(here(w, f), n) {
            if (n->place == f->objective) {
                go(w, p, day, f, n);
                return;
            }
        }
        stand(f);
    }
}
