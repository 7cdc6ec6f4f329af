/* Battle noise: what decides battles besides all that a scenario counts, drawn by blocks of the map. */
#pragma once

#include "chance.h"
#include "world.h"

enum { COLUMN = 8191 };

static int64_t block_of(const Laws *p, const Place *place) {
    int64_t east = (int64_t)floor(place->east / p->battle_width), north = (int64_t)floor(place->north / p->battle_width);
    return (east * COLUMN + north) & 0x7FFFFFFF;
}

static double battle_noise(const World *w, const Laws *p, int64_t day, const Side *side, const Place *place) {
    int64_t length = (int64_t)p->battle_days > 1 ? (int64_t)p->battle_days : 1;
    int64_t index = of_pair(block_of(p, place), side->id), spell = (day + index % length) / length;
    double spread = w->conditions->mirrored == 1 ? -p->battle_spread : p->battle_spread;
    return exp(spread * normal(w->key, spell, BATTLE_NOISE, index));
}

static double daily_noise(const World *w, const Laws *p, int64_t day, Place *place) {
    double luck = p->noise_memory * place->luck;
    luck += sqrt(1.0 - p->noise_memory * p->noise_memory) * normal(w->key, day, BATTLE, block_of(p, place));
    place->luck = luck;
    return exp(p->noise_spread * luck - 0.5 * p->noise_spread * p->noise_spread);
}
