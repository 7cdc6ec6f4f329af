/* Manoeuvre: moves over own ground, withdrawal under fire, and positions dug while standing. */
#pragma once

#include "command/stance.h"
#include "command/withdrawal.h"
#include "world.h"

static void go(World *w, const Laws *p, int64_t day, Formation *f, const Neighbour *way) {
    if (at(w, way)->holder != f->side) {
        stand(f);
        return;
    }
    double pace = p->march_pace * (1.0 - w->conditions->mud);
    if (way->road < 0) pace *= p->cross_country;
    double step = min(pace, way->km - f->marched);
    f->marched += step;
    f->dug_in = 0.0;
    if (f->order == WITHDRAW) run_the_gauntlet(w, p, day, f, step);
    if (f->marched >= way->km) {
        f->place = way->place;
        stand(f);
    }
}

static void march(World *w, const Laws *p, int64_t day, Formation *f) {
    if (f->order == HOLD) {
        f->dug_in = min(1.0, f->dug_in + 1.0 / p->dig_days);
    } else if ((f->order == MOVE || f->order == WITHDRAW) && f->objective >= 0) {
        AROUND(here(w, f), neighbour) {
            if (neighbour->place == f->objective) {
                go(w, p, day, f, neighbour);
                return;
            }
        }
        stand(f);
    }
}
