/* Coalition: a member of a side goes home, with all its formations, when its will is exhausted. */
#pragma once

#include "world.h"

static double member_will(const World *w, const Laws *p, const Formation *f) {
    double men = 0.0, lost = 0.0;
    ALL(Formation, formations, other) {
        if (other->member == f->member && other->side == f->side) {
            men += other->established + other->joined;
            lost += other->casualties + other->captured + other->dispersed;
        }
    }
    const Side *side = w->sides + f->side;
    return f->member_will + side->will - side->starting_will - p->will_member * lost / max(1.0, men);
}

static void go_home(World *w, const Laws *p, int64_t day) {
    ALL(Formation, formations, f) {
        int stays = f->leaves < 0 || f->leaves > day + 1;
        if (f->member > 0 && stays && member_will(w, p, f) <= 0.0) f->leaves = day + 1;
    }
}
