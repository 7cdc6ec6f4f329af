/* Vital roads: those on which a hit holds up most supplies, because much comes by them and no other way is near. */
#pragma once

#include "supply/delivery.h"
#include "world.h"

static int is_target(const Laws *p, const Road *road, int64_t owner, int64_t crossing) {
    int is_such = road->holder == owner && road->owner < 0 && road->crossing == crossing;
    return is_such && road->flow != 0.0 && road->damage < 1.0 && road->hostile <= p->strike_reach;
}

/* The least costly open way between the ends of a road without it, or `most` (Moore 1959). */
static double way_round(World *w, const Laws *p, int64_t avoided, double most) {
    ALL(Place, places, place) {
        place->route = most;
        place->queued = 0;
    }
    int64_t head = 0, waiting = 1, size = w->n_queue;
    const Place *end = w->places + w->roads[avoided].b;
    w->places[w->roads[avoided].a].route = 0.0;
    w->queue[0] = w->roads[avoided].a;
    while (waiting > 0) {
        Place *place = w->places + w->queue[head];
        place->queued = 0;
        head = (head + 1) % size;
        waiting--;
        for (RoadEnd *way = w->road_ends + place->road_first; way < w->road_ends + place->road_last; way++) {
            const Road *road = w->roads + way->road;
            if (way->road == avoided || open_capacity(w, road) <= CRUMB) continue;
            double cost = place->route + cost_of(p, road);
            Place *beyond = w->places + way->place;
            if (cost < beyond->route && cost < end->route) {
                beyond->route = cost;
                if (!beyond->queued) {
                    beyond->queued = 1;
                    w->queue[(head + waiting++) % size] = way->place;
                }
            }
        }
    }
    return end->route;
}

static double cost_when_hit(const Laws *p, const Road *road, double damage) {
    double now = cost_of(p, road), left = 1.0 - road->damage;
    double across = p->last_mile > 0.0 ? now * p->last_mile : FAR;
    return left > damage ? min(across, now * left / (left - damage)) : across;
}

static int64_t most_vital(World *w, const Laws *p, int64_t owner, int64_t crossing, double damage) {
    int64_t target = -1;
    double most = 0.0;
    ALL(Road, roads, road) {
        if (!is_target(p, road, owner, crossing)) continue;
        double traffic = fabs(road->flow), now = cost_of(p, road), hit = cost_when_hit(p, road, damage);
        if (traffic * (hit - now) <= most) continue;
        double held_up = traffic * (way_round(w, p, road - w->roads, hit) - now);
        if (held_up > most) {
            target = road - w->roads;
            most = held_up;
        }
    }
    return target;
}
