/* Deep fires: strikes, raids and drones against the roads and depots that supply the enemy. */

static double hit_chance(double sorties, double accuracy) { return 1.0 - exp(-sorties * accuracy); }

static int is_target(const Laws *p, const Road *road) {
    return road->flow != 0.0 && road->holder >= 0 && road->hostile <= p->strike_reach;
}

static void strike_road(
    const World *w, const Laws *p, int64_t day, Road *road, double sorties, double traffic, double damage, double *hits
) {
    if (sorties <= 0.0) return;
    double chance = hit_chance(sorties * fabs(road->flow) / traffic, p->strike_accuracy);
    if (uniform(w->key, day, INTERDICTION, of_pair(road->id, w->sides[1 - road->holder].id)) < chance) {
        road->damage = least(1.0, road->damage + damage);
        *hits += 1.0;
    }
}

static void strike(World *w, const Laws *p, int64_t day) {
    ALL(Side, sides, side) side->road_traffic = side->crossing_traffic = 0.0;
    ALL(Road, roads, road) {
        if (!is_target(p, road)) continue;
        Side *owner = w->sides + road->holder;
        *(road->crossing ? &owner->crossing_traffic : &owner->road_traffic) += fabs(road->flow);
    }
    ALL(Road, roads, road) {
        if (!is_target(p, road)) continue;
        const Side *owner = w->sides + road->holder, *enemy = w->sides + 1 - road->holder;
        if (road->crossing) {
            double sorties = enemy->crossing_strikes * enemy->intelligence;
            double *hits = &LEDGER(crossings_hit, road->holder);
            strike_road(w, p, day, road, sorties, owner->crossing_traffic, p->crossing_damage, hits);
        } else {
            double sorties = enemy->road_strikes * enemy->intelligence;
            double *hits = &LEDGER(roads_hit, road->holder);
            strike_road(w, p, day, road, sorties, owner->road_traffic, p->road_damage, hits);
        }
    }
}

static int is_targeted_depot(const Laws *p, const Place *place, int64_t s) {
    return place->depot == 1 - s && place->holder == 1 - s && place->hostile <= p->depot_reach;
}

static void strike_depots(World *w, const Laws *p, int64_t day, int64_t s) {
    double sorties = w->sides[s].depot_strikes * w->sides[s].intelligence, sent = 0.0;
    if (sorties <= 0.0) return;
    ALL(Place, places, place) {
        if (is_targeted_depot(p, place, s)) sent += place->dispatched;
    }
    if (sent <= 0.0) return;
    ALL(Place, places, place) {
        if (is_targeted_depot(p, place, s)) {
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
    double chance = p->raid_success * side->intelligence;
    PRESENT_FORMATIONS(f) {
        if (f->side == s && f->kind == SPECIAL && uniform(w->key, day, RAID, f->id) < chance) {
            Road *target = busiest_road(w, p, f);
            if (target) {
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
    return p->exposure * enemy->drones * sight * road->watched;
}

static void interdict(World *w, const Laws *p, int64_t day) {
    if (!w->conditions->ceasefire) {
        strike(w, p, day);
        for (int64_t s = 0; s < 2; s++) {
            strike_depots(w, p, day, s);
            raid(w, p, day, s);
        }
    }
    ALL(Road, roads, road) road->hazard = fire_control(w, p, road);
}
