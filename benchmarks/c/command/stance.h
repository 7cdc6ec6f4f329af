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
