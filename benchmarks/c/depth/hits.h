/* Hits: how many of the sorties that find a target hit it. */
#pragma once

#include <math.h>

static double hit_chance(double sorties, double accuracy) { return 1.0 - exp(-sorties * accuracy); }

static double number_of_hits(double drawn, double expected) {
    double hits = 0.0, chance = exp(-expected), below = chance;
    while (drawn >= below && hits < 30.0) {
        hits += 1.0;
        chance *= expected / hits;
        below += chance;
    }
    return hits;
}
