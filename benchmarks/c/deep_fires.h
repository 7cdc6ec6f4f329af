/* Deep fires: strikes, raids and drones against the roads and depots that supply the enemy. */

static double hit_chance(double sorties, double accuracy) { return 1.0 - exp(-sorties * accuracy); }

static double hostile_distance(const World *w, const Road *road) {
    double a = w->places[road->a].hostile, b = w->places[road->b].hostile;
    return a >= FAR || b >= FAR ? FAR : 0.5 * (a + b);
}

static void strike_roads(
    World *w, const Laws *p, int64_t day, int64_t s, int64_t crossing, double sorties, double damage, double *hits
) {
    if (sorties <= 0.0) return;
    double traffic = 0.0;
    ALL(Road, roads, road) {
        if (road->holder == 1 - s && road->crossing == crossing && hostile_distance(w, road) <= p->strike_reach) {
            traffic += fabs(road->flow);
        }
    }
    if (traffic <= 0.0) return;
    ALL(Road, roads, road) {
        int aimed_at = road->holder == 1 - s && road->crossing == crossing && road->flow != 0.0;
        if (aimed_at && hostile_distance(w, road) <= p->strike_reach) {
            double chance = hit_chance(sorties * fabs(road->flow) / traffic, p->strike_accuracy);
            if (uniform(w->key, day, INTERDICTION, of_pair(road->id, w->sides[s].id)) < chance) {
                road->damage = least(1.0, road->damage + damage);
                *hits += 1.0;
            }
        }
    }
}

static int is_target(const Laws *p, const Place *place, int64_t s) {
    return place->depot == 1 - s && place->holder == 1 - s && place->hostile <= p->depot_reach;
}

static void strike_depots(World *w, const Laws *p, int64_t day, int64_t s) {
    double sorties = w->sides[s].depot_strikes * w->sides[s].intelligence, sent = 0.0;
    if (sorties <= 0.0) return;
    ALL(Place, places, place) {
        if (is_target(p, place, s)) sent += place->dispatched;
    }
    if (sent <= 0.0) return;
    ALL(Place, places, place) {
        if (is_target(p, place, s)) {
            double chance = hit_chance(sorties * place->dispatched / sent, p->strike_accuracy);
            if (uniform(w->key, day, DEPOT, of_pair(place->id, w->sides[s].id)) < chance) {
                place->depot_damage = least(1.0, place->depot_damage + p->depot_damage);
                LEDGER(depots_hit, 1 - s) += 1.0;
            }
        }
    }
}

static Road *busiest_road(const World *w, const Laws *p, const Formation *f) {
    const Place *base = here(w, f);
    Road *busiest = 0;
    double carried = 0.0;
    ALL(Road, roads, road) {
        if (road->holder == 1 - f->side && fabs(road->flow) > carried) {
            const Place *a = w->places + road->a, *b = w->places + road->b;
            double east = 0.5 * (a->east + b->east) - base->east, north = 0.5 * (a->north + b->north) - base->north;
            if (sqrt(east * east + north * north) <= p->raid_reach) {
                busiest = road;
                carried = fabs(road->flow);
            }
        }
    }
    return busiest;
}

static void raid(World *w, const Laws *p, int64_t day, int64_t s) {
    const Side *side = w->sides + s;
    if (side->raids <= 0.0) return;
    PRESENT_FORMATIONS(f) {
        if (f->side == s && f->kind == SPECIAL) {
            Road *target = busiest_road(w, p, f);
            if (target && uniform(w->key, day, RAID, f->id) < p->raid_success * side->intelligence) {
                target->damage = least(1.0, target->damage + side->raids);
                LEDGER(raids, 1 - s) += 1.0;
            }
        }
    }
}

static double fire_control(const World *w, const Laws *p, const Road *road) {
    if (road->holder < 0 || w->conditions->ceasefire) return 0.0;
    const Side *enemy = w->sides + 1 - road->holder;
    double sight = p->drone_sight_least + (1.0 - p->drone_sight_least) * enemy->intelligence;
    return p->exposure * enemy->drones * sight * exp(-hostile_distance(w, road) / p->drone_reach);
}

static void interdict(World *w, const Laws *p, int64_t day) {
    for (int64_t s = 0; s < 2 && !w->conditions->ceasefire; s++) {
        const Side *side = w->sides + s;
        double on_roads = side->road_strikes * side->intelligence;
        double on_crossings = side->crossing_strikes * side->intelligence;
        strike_roads(w, p, day, s, 0, on_roads, p->road_damage, &LEDGER(roads_hit, 1 - s));
        strike_roads(w, p, day, s, 1, on_crossings, p->crossing_damage, &LEDGER(crossings_hit, 1 - s));
        strike_depots(w, p, day, s);
        raid(w, p, day, s);
    }
    ALL(Road, roads, road) road->hazard = fire_control(w, p, road);
}
