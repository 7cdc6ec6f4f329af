/* Delivery: the greatest flow of supplies that the road network carries from depots to formations. */
#pragma once

#include "depth/fire_control.h"
#include "supply/depots.h"
#include "supply/last_mile.h"
#include "world.h"

static double open_capacity(const World *w, const Road *road) {
    if (road->holder < 0) return 0.0;
    if (road->owner >= 0) return road->capacity;
    return road->capacity * (1.0 - road->damage) * (1.0 - w->conditions->mud);
}

static double hauled(const Road *road) { return road->length / (1.0 - road->damage); }

static double cost_of(const Laws *p, const Road *road) {
    return hauled(road) * (1.0 + p->danger_aversion * road->hazard);
}

static double headroom(const World *w, const Road *road, int64_t start) {
    return open_capacity(w, road) - (start == road->a ? road->flow : -road->flow);
}

static int64_t open_depots(World *w, const Laws *p) {
    int64_t waiting = 0;
    ALL(Place, places, place) {
        place->queued = 0;
        place->via = place->across = place->source = -1;
        place->route = FAR;
        place->haul = place->risk = 0.0;
        if (can_still_send(p, place) > CRUMB) {
            place->haul = delay_at_depot(p, place);
            place->route = place->haul;
            place->source = place - w->places;
            place->queued = 1;
            w->queue[waiting++] = place - w->places;
        }
    }
    return waiting;
}

static void trace_routes(World *w, const Laws *p) {
    int64_t waiting = open_depots(w, p), head = 0, size = w->n_queue;
    while (waiting > 0) {
        int64_t n = w->queue[head];
        Place *place = w->places + n;
        place->queued = 0;
        head = (head + 1) % size;
        waiting--;
        for (RoadEnd *end = w->road_ends + place->road_first; end < w->road_ends + place->road_last; end++) {
            const Road *road = w->roads + end->road;
            if (headroom(w, road, n) <= CRUMB) continue;
            double way = hauled(road), cost = cost_of(p, road);
            Place *beyond = w->places + end->place;
            if (place->route + cost < beyond->route) {
                beyond->route = place->route + cost;
                beyond->haul = place->haul + way;
                beyond->risk = place->risk + road->hazard * way;
                beyond->via = end->road;
                beyond->source = place->source;
                if (!beyond->queued) {
                    beyond->queued = 1;
                    w->queue[(head + waiting++) % size] = end->place;
                }
            }
        }
    }
    reach_across_country(w, p);
}

static int64_t source_of(const Road *road, int64_t n) { return road->a == n ? road->b : road->a; }

static int64_t end_of_road(const World *w, int64_t n) { return w->places[n].across >= 0 ? w->places[n].across : n; }

static double room_along_route(const World *w, const Laws *p, int64_t n) {
    double room = room_across_country(p, w->places + n);
    n = end_of_road(w, n);
    while (w->places[n].via >= 0) {
        const Road *road = w->roads + w->places[n].via;
        n = source_of(road, n);
        room = min(room, headroom(w, road, n));
    }
    return min(room, can_still_send(p, w->places + n));
}

static void load_route(World *w, int64_t n, double tonnes) {
    if (w->places[n].across >= 0) {
        w->places[n].carried_across += tonnes;
        n = w->places[n].across;
    }
    while (w->places[n].via >= 0) {
        Road *road = w->roads + w->places[n].via;
        n = source_of(road, n);
        road->flow += n == road->a ? tonnes : -tonnes;
    }
    w->places[n].dispatched += tonnes;
}

/* No augmenting path is left at the end, so the sum sent is the maximum flow (Ford and Fulkerson 1956). */
static void deliver(World *w, const Laws *p) {
    int sending = 1;
    while (sending) {
        int unserved = sending = 0;
        PRESENT_FORMATIONS(f) {
            double missing = f->wanted - f->sent;
            if (missing <= CRUMB || here(w, f)->route >= FAR) continue;
            double load = min(missing, room_along_route(w, p, f->place));
            if (load > CRUMB) {
                load_route(w, f->place, load);
                f->sent += load;
                f->received += load * survival(here(w, f)->risk, 1.0);
                sending = 1;
            }
            if (load < missing - CRUMB) unserved = 1;
        }
        if (!unserved) return;
        trace_routes(w, p);
    }
}
