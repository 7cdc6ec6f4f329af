/* The last mile: supplies come across country, over adjoining own ground, to troops to whom no road leads. */
#pragma once

#include "depth/fire_control.h"
#include "world.h"

static void carry_across_country(World *w, const Laws *p, Place *place) {
    double hazard = drone_hazard(w, p, place->holder, exp(-place->hostile / p->drone_reach));
    AROUND(place, neighbour) {
        const Place *beside = at(w, neighbour);
        if (beside->holder != place->holder || beside->across >= 0 || beside->route >= FAR) continue;
        double way = p->last_mile * neighbour->km, cost = way * (1.0 + p->danger_aversion * hazard);
        if (beside->route + cost < place->route) {
            place->route = beside->route + cost;
            place->haul = beside->haul + way;
            place->risk = beside->risk + hazard * way;
            place->across = neighbour->place;
            place->source = beside->source;
        }
    }
}

static void reach_across_country(World *w, const Laws *p) {
    if (p->last_mile <= 0.0) return;
    ALL(Place, places, place) {
        int has_room = place->carried_across < p->last_mile_capacity - CRUMB;
        if (place->route >= FAR && place->men > 0.0 && has_room) carry_across_country(w, p, place);
    }
}

static double room_across_country(const Laws *p, const Place *place) {
    return place->across >= 0 ? p->last_mile_capacity - place->carried_across : FAR;
}

static double track_share(const Laws *p, const Place *place) {
    return place->wanted_across <= p->last_mile_capacity ? 1.0 : p->last_mile_capacity / place->wanted_across;
}
