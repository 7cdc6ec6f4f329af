/* Losses: men who leave a formation's ranks, as casualties, prisoners or stragglers, and the stocks they leave behind. */
#pragma once

#include "world.h"

static void count_anew(Formation *f) {
    f->loss = 0.0;
    f->pressed = 0.0;
    f->attacking = 0.0;
}

static void fall_out(World *w, int64_t day, Formation *f, double men, int64_t cause) {
    if (men <= 0.0) return;
    f->loss = min(1.0, f->loss + (1.0 - f->loss) * men / f->strength);
    f->strength -= men;
    w->sides[f->side].lost += men;
    *ledger(w, day, cause, f->side) += men;
}

static void lose(World *w, int64_t day, Formation *f, double men, int64_t cause) {
    fall_out(w, day, f, men, cause);
    f->casualties += men;
}

static void surrender(World *w, int64_t day, Formation *f, double men) {
    fall_out(w, day, f, men, CAUSE(surrendered));
    f->captured += men;
}

static void disperse(World *w, int64_t day, Formation *f) {
    f->dispersed += f->strength;
    fall_out(w, day, f, f->strength, CAUSE(dispersed));
}

static void abandon_stock(World *w, int64_t day, Formation *f) {
    LEDGER(supply_abandoned, f->side) += f->stock;
    f->stock = 0.0;
}
