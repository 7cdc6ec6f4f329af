/* Refuge: the nearest ground of its side, behind the line if there is any, from which a formation reaches the rear. */
#pragma once

#include "battle/losses.h"
#include "command/stance.h"
#include "world.h"

static int64_t nearest_way_out(const World *w, const Formation *f, int64_t fronts, double *km) {
    const Place *base = here(w, f);
    int64_t goal = -1;
    *km = FAR;
    ALL(Place, places, place) {
        if (place->holder == f->side && place->retreat < FAR && place->fronts <= fronts) {
            double east = place->east - base->east, north = place->north - base->north;
            double way = sqrt(east * east + north * north);
            if (way < *km) {
                goal = place - w->places;
                *km = way;
            }
        }
    }
    return goal;
}

static int64_t refuge(const World *w, const Formation *f, double *km) {
    int64_t goal = nearest_way_out(w, f, 0, km);
    return goal < 0 ? nearest_way_out(w, f, w->n_places, km) : goal;
}

static void take_refuge(World *w, int64_t day, Formation *f, int64_t goal) {
    if (goal < 0) {
        surrender(w, day, f, f->strength);
        f->status = DESTROYED;
        return;
    }
    f->place = goal;
    f->dug_in = 0.0;
    stand(f);
}
