/* Supply: routes, delivery over the road network, consumption, and the effect of shortage. */

static const double CRUMB = 1e-9;

static double can_still_send(const Laws *p, const Place *depot) {
    if (depot->depot != depot->holder) return 0.0;
    return p->depot_capacity * (1.0 - depot->depot_damage) - depot->dispatched;
}

static double headroom(const World *w, const Road *road, int64_t start) {
    double open = road->holder < 0 ? 0.0 : road->capacity * (1.0 - road->damage) * (1.0 - w->conditions->mud);
    return open - (start == road->a ? road->flow : -road->flow);
}

static void trace_routes(World *w, const Laws *p) {
    int64_t waiting = 0, head = 0, size = w->n_places;
    ALL(Place, places, place) {
        place->queued = 0;
        place->via = -1;
        place->route = FAR;
        place->haul = 0.0;
        place->risk = 0.0;
        if (can_still_send(p, place) > CRUMB) {
            place->haul = 0.5 * p->turnaround * p->truck_speed * place->depot_damage / (1.0 - place->depot_damage);
            place->route = place->haul;
            place->queued = 1;
            w->queue[waiting++] = place - w->places;
        }
    }
    while (waiting > 0) {
        int64_t n = w->queue[head];
        Place *place = w->places + n;
        place->queued = 0;
        head = (head + 1) % size;
        waiting--;
        for (RoadEnd *end = w->road_ends + place->road_first; end < w->road_ends + place->road_last; end++) {
            const Road *road = w->roads + end->road;
            if (headroom(w, road, n) <= CRUMB) continue;
            double way = road->length / (1.0 - road->damage);
            double cost = way * (1.0 + p->danger_aversion * road->hazard);
            Place *beyond = w->places + end->place;
            if (place->route + cost < beyond->route) {
                beyond->route = place->route + cost;
                beyond->haul = place->haul + way;
                beyond->risk = place->risk + road->hazard * way;
                beyond->via = end->road;
                if (!beyond->queued) {
                    beyond->queued = 1;
                    w->queue[(head + waiting++) % size] = end->place;
                }
            }
        }
    }
}

static int64_t source_of(const Road *road, int64_t place) { return road->a == place ? road->b : road->a; }

static double room_along_route(const World *w, const Laws *p, int64_t place) {
    double room = FAR;
    while (w->places[place].via >= 0) {
        const Road *road = w->roads + w->places[place].via;
        place = source_of(road, place);
        room = least(room, headroom(w, road, place));
    }
    return least(room, can_still_send(p, w->places + place));
}

static void load_route(World *w, int64_t place, double tonnes) {
    while (w->places[place].via >= 0) {
        Road *road = w->roads + w->places[place].via;
        place = source_of(road, place);
        road->flow += place == road->a ? tonnes : -tonnes;
    }
    w->places[place].dispatched += tonnes;
}

static void deliver(World *w, const Laws *p) {
    int sending = 1;
    while (sending) {
        int unserved = sending = 0;
        PRESENT_FORMATIONS(f) {
            double missing = f->wanted - f->sent;
            if (missing <= CRUMB || here(w, f)->route >= FAR) continue;
            double load = least(missing, room_along_route(w, p, f->place));
            if (load > CRUMB) {
                load_route(w, f->place, load);
                f->sent += load;
                f->received += load * exp(-here(w, f)->risk * 1.0);
                sending = 1;
            }
            if (load < missing - CRUMB) unserved = 1;
        }
        if (!unserved) return;
        trace_routes(w, p);
    }
}

static double consumption(const World *w, const Laws *p, const Formation *f) {
    if (f->order == ASSAULT) return p->use_assaulting * f->strength;
    return (here(w, f)->fronts > 0 ? p->use_in_contact : p->use_quiet) * f->strength;
}

static double truck_days(const Laws *p, double mud, double haul) {
    double hours = 2.0 * haul / (p->truck_speed * (1.0 - mud)) + p->turnaround;
    return hours / (p->truck_hours * p->payload);
}

static void ask(World *w, const Laws *p, int64_t day, int64_t s) {
    double needed = 0.0, trucks = w->sides[s].trucks;
    PRESENT_FORMATIONS(f) {
        if (f->side != s) continue;
        f->use = consumption(w, p, f);
        double lacking = (p->stock_days + 1.0) * f->use - f->stock;
        f->wanted = most(0.0, least(lacking, p->resupply_days * f->use));
        f->sent = f->received = 0.0;
        f->reached = here(w, f)->route < FAR;
        if (f->reached) needed += f->wanted * truck_days(p, w->conditions->mud, here(w, f)->haul);
    }
    double ration = needed <= trucks ? 1.0 : trucks / needed;
    PRESENT_FORMATIONS(f) {
        if (f->side == s && f->reached) {
            LEDGER(supply_short_of_trucks, s) += f->wanted * (1.0 - ration);
            f->wanted *= ration;
        }
    }
}

static void account(World *w, const Laws *p, int64_t day, Formation *f) {
    Side *side = w->sides + f->side;
    double destroyed = f->sent - f->received;
    double wrecks = least(side->trucks, destroyed / p->payload * p->truck_loss);
    side->trucks -= wrecks;
    side->lost_trucks += wrecks;
    LEDGER(supply_short_of_road, f->side) += f->wanted - f->sent;
    LEDGER(supply_destroyed, f->side) += destroyed;
    int is_full = f->stock >= p->stock_days * f->use;
    int starved = f->received < p->cut_share * f->use && !is_full;
    f->cut = !f->reached || starved ? f->cut + 1 : 0;
}

static void consume(World *w, const Laws *p, int64_t day, Formation *f) {
    double at_hand = f->stock + f->received, used = least(f->use, at_hand);
    f->stock = at_hand - used;
    LEDGER(supply_received, f->side) += f->received;
    LEDGER(supply_used, f->side) += used;
    if (f->use > 0.0) {
        f->effect = p->least_effect + (1.0 - p->least_effect) * least(1.0, f->stock / f->use / p->critical_days);
    }
}

static void supply(World *w, const Laws *p, int64_t day) {
    ALL(Road, roads, road) road->flow = 0.0;
    ALL(Place, places, place) place->dispatched = 0.0;
    trace_routes(w, p);
    ALL(Side, sides, side) {
        side->trucks = least(most(side->trucks, side->most_trucks), side->trucks + side->replacement);
    }
    ask(w, p, day, 0);
    ask(w, p, day, 1);
    deliver(w, p);
    PRESENT_FORMATIONS(f) {
        account(w, p, day, f);
        consume(w, p, day, f);
    }
}
