/* Trucks: how many a demand takes, how they are shared when too few, lost on the way and replaced. */
#pragma once

#include "world.h"

static double truck_days(const Laws *p, double mud, double haul) {
    double hours = 2.0 * haul / (p->truck_speed * (1.0 - mud)) + p->turnaround;
    return hours / (p->truck_hours * p->payload);
}

static double replaced(double trucks, double most, double replacement, double response, double needed) {
    double whole = min(max(trucks, most), trucks + replacement);
    return whole + response * max(0.0, needed - whole);
}

static void replace_trucks(World *w, const Laws *p) {
    double response = p->truck_response;
    ALL(Side, sides, side) {
        side->trucks = replaced(side->trucks, side->most_trucks, side->replacement, response, side->trucks_needed);
        side->trucks_needed = 0.0;
    }
    ALL(Place, places, place) {
        if (place->trucks < 0.0) continue;
        place->trucks = replaced(place->trucks, place->most_trucks, 0.0, response, place->trucks_needed);
        place->trucks_needed = 0.0;
    }
}

static void count_need(World *w, const Laws *p, const Formation *f, double haul) {
    Place *depot = w->places + f->supplier;
    double needed = f->wanted * truck_days(p, w->conditions->mud, haul);
    *(depot->trucks >= 0.0 ? &depot->trucks_needed : &w->sides[f->side].trucks_needed) += needed;
}

static double ration(const World *w, const Formation *f) {
    const Place *depot = w->places + f->supplier;
    const Side *side = w->sides + f->side;
    double trucks = depot->trucks >= 0.0 ? depot->trucks : side->trucks;
    double needed = depot->trucks >= 0.0 ? depot->trucks_needed : side->trucks_needed;
    return needed <= trucks ? 1.0 : trucks / needed;
}

static void lose_trucks(World *w, const Formation *f, double wrecks) {
    if (wrecks <= 0.0) return;
    Place *depot = w->places + f->supplier;
    Side *side = w->sides + f->side;
    double *trucks = depot->trucks >= 0.0 ? &depot->trucks : &side->trucks, lost = min(*trucks, wrecks);
    *trucks -= lost;
    side->lost_trucks += lost;
}
