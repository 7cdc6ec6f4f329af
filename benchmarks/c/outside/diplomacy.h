/* Diplomacy: supporters follow the momentum they perceive. */
#pragma once

#include "world.h"

static void gather_momentum(World *w, const Laws *p, int64_t day) {
    double gained = 0.0;
    ALL(Place, places, place) {
        if (place->contested && place->taken == day) gained += place->holder == 0 ? place->area : -place->area;
    }
    for (int64_t s = 0; s < 2; s++) {
        Side *side = w->sides + s;
        double today = (s == 0 ? gained : -gained) / p->momentum_ground;
        side->momentum += (today - side->momentum) / p->momentum_days;
    }
}

static void reconsider(const World *w, Supporter *supporter) {
    double momentum = w->sides[supporter->side].momentum;
    supporter->materiel = min(1.0, max(0.0, supporter->materiel + supporter->follows * momentum));
}
