/* Aims: which ground a side wants, and may take. */
#pragma once

#include "world.h"

static int may_come(const World *w, int64_t s, const Place *place) {
    return w->sides[s].crosses_border || place->home == s || place->contested;
}

static int may_take(const World *w, int64_t s, const Place *place) {
    return place->spared[s] < 1.0 && may_come(w, s, place);
}
