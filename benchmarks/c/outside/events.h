/* Events: what befalls both sides from outside, on the day the scenario says. */
#pragma once

#include "battle/refuge.h"
#include "command/stance.h"
#include "world.h"

static void hold_fire(World *w, int64_t holds) {
    w->conditions->ceasefire = holds;
    if (holds != 1) return;
    ALL(Formation, formations, f) {
        if (f->order == ASSAULT) stand(f);
    }
}

static void apply_event(World *w, const Event *event) {
    int64_t target = event->target;
    double value = event->value;
    switch (event->kind) {
        case INTELLIGENCE_SUPPORT: w->supporters[target].intelligence = value; break;
        case MATERIEL_SUPPORT: w->supporters[target].materiel = value; break;
        case MONEY_SUPPORT: w->supporters[target].money = value; break;
        case ROAD_DAMAGE: w->roads[target].damage = value; break;
        case LINK: w->links[target].hindered = value; break;
        case MUD: w->conditions->mud = value; break;
        case LEAVE_TO_WITHDRAW: w->sides[target].may_withdraw = (int64_t)value; break;
        case ORDER_TO_WITHDRAW: w->sides[target].withdraws = (int64_t)value; break;
        case CEASEFIRE: hold_fire(w, (int64_t)value); break;
        case TRUCKS: w->sides[target].trucks = max(0.0, w->sides[target].trucks + value); break;
        case WILL: w->sides[target].will = min(1.0, max(0.0, w->sides[target].will + value)); break;
    }
}

static void arrive(World *w, Formation *f) {
    if (here(w, f)->holder != f->side) {
        double km;
        int64_t goal = refuge(w, f, &km);
        if (goal < 0) return;
        f->place = goal;
    }
    f->status = PRESENT;
}

static void apply_events(World *w, int64_t day) {
    w->conditions->day = day;
    if (day <= w->conditions->foreseen) {
        ALL(Event, events, event) {
            if (event->day == day) apply_event(w, event);
        }
    }
    ALL(Formation, formations, f) {
        if (f->status == AWAITED && f->arrives <= day) arrive(w, f);
        if (f->status == PRESENT && 0 <= f->leaves && f->leaves <= day && f->pocket != SEALED) f->status = LEFT;
    }
}
