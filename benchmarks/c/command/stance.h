/* Stance: standing where one is. */
#pragma once

#include "world.h"

static void stand(Formation *f) {
    f->order = HOLD;
    f->objective = -1;
    f->marched = 0.0;
    f->prepared = 0;
    f->wait = 0;
}

static int is_an_order(const World *w, const Formation *f) {
    int64_t nearest = f->order == ASSAULT ? 0 : -1;
    return HOLD <= f->order && f->order <= WITHDRAW && nearest <= f->objective && f->objective < w->n_places;
}

static void obey(World *w) {
    ALL(Formation, formations, f)
        if (!is_an_order(w, f)) stand(f);
}
