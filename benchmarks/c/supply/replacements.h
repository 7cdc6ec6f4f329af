/* Replacements: men who join the ranks of formations that lost some. */
#pragma once

#include "world.h"

static double missing(const Formation *f) {
    if (f->status != PRESENT || !f->reached || f->pocket != FREE) return 0.0;
    return max(0.0, f->established - f->strength);
}

static void replace_losses(World *w, int64_t day) {
    for (int64_t s = 0; s < 2; s++) {
        double replacements = w->sides[s].replacements, lacking = 0.0;
        if (replacements <= 0.0) continue;
        ALL(Formation, formations, f) {
            if (f->side == s) lacking += missing(f);
        }
        if (lacking <= 0.0) continue;
        double share = min(1.0, replacements / lacking);
        ALL(Formation, formations, f) {
            if (f->side != s) continue;
            double men = share * missing(f);
            f->strength += men;
            f->joined += men;
            LEDGER(joined, s) += men;
        }
    }
}
