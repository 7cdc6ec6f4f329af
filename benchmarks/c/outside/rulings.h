/* Rulings: what an umpire overrules - ground and men that change whatever the battle gave. */
#pragma once

#include "battle/losses.h"
#include "depth/infiltration.h"
#include "world.h"

static void give_place(World *w, const Laws *p, int64_t day, int64_t n, int64_t s) {
    if (w->places[n].holder != s) change_hands(w, p, day, n, s, CAUSE(area_by_ruling));
}

static void change_men(World *w, int64_t day, Formation *f, double men) {
    if (f->status != PRESENT) return;
    if (men >= 0.0) {
        f->strength += men;
        f->joined += men;
        LEDGER(joined, f->side) += men;
        return;
    }
    double lost = min(-men, f->strength);
    int all_gone = lost >= f->strength;
    lose(w, day, f, lost, CAUSE(lost_by_ruling));
    if (all_gone) {
        abandon_stock(w, day, f);
        f->status = DESTROYED;
    }
}

static void overrule(World *w, const Laws *p, int64_t day) {
    if (day > w->conditions->foreseen) return;
    ALL(Event, events, event) {
        if (event->day != day) continue;
        if (event->kind == RULED_GROUND) give_place(w, p, day, event->target, (int64_t)event->value);
        else if (event->kind == RULED_MEN) change_men(w, day, w->formations + event->target, event->value);
    }
}
