/* Pace: how fast a front moves, from a march against nothing to a creep. */
#pragma once

#include "depth/fire_control.h"
#include "world.h"

static double pace(const Laws *p, double mud, double ratio, double resistance) {
    if (ratio <= p->hold_ratio) return 0.0;
    double march = p->advance_pace * (1.0 - mud);
    return march * (1.0 - p->hold_ratio / ratio) * ratio / (ratio + resistance);
}

static double ratio_of(double attack, double defence) { return defence > 0.0 ? min(FAR, attack / defence) : FAR; }

static void resist(World *w, const Laws *p) {
    for (int64_t s = 0; s < 2; s++) {
        double drones = drones_in_use(w, s) * drone_sight(p, w->sides[s].intelligence);
        w->sides[s].resistance = p->resistance + p->drone_resistance * drones;
    }
}
