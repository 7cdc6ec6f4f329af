/* Orders: the standard doctrine, by which a headquarters that sees only its picture commands its formations. */
#pragma once

#include "battle/reach.h"
#include "chance.h"
#include "command/by_hand.h"
#include "command/danger.h"
#include "command/reserves.h"
#include "command/stance.h"
#include "command/withdrawal.h"
#include "depth/intelligence.h"
#include "world.h"

/* The formation that a headquarters looks at next, or none where that is not its own or not present. */
static Formation *in_turn(const World *w, int64_t s, int64_t turn) {
    Formation *f = w->formations + w->turns[turn];
    return f->side == s && f->status == PRESENT ? f : 0;
}

static void count_assaults(World *w, int64_t s) {
    double men = 0.0, under_way = 0.0;
    for (int64_t turn = 0; turn < w->n_formations; turn++) {
        const Formation *f = in_turn(w, s, turn);
        if (!f) continue;
        men += f->strength;
        if (f->order == ASSAULT) under_way += f->strength;
    }
    w->sides[s].may_assault = w->sides[s].assaults * men - under_way;
}

static int leave(World *w, const Laws *p, int64_t day, Formation *f) {
    const Place *base = here(w, f);
    int is_threatened = base->fronts > 0 || base->retreat >= FAR;
    if (is_threatened && danger(w, p, f) <= w->sides[f->side].stickiness) is_threatened = 0;
    if (!is_given_up(w, base, f->side) && !(is_threatened && is_free_to_leave(w, f))) return 0;
    if (is_rear_guard(w, p, f)) {
        LEDGER(rear_guards, f->side) += 1.0;
        stand(f);
        return 1;
    }
    return withdraw(w, day, f);
}

static int assault(World *w, const Laws *p, Formation *f) {
    const Place *base = here(w, f);
    find_reach(w, p, f->place);
    if (base->fronts == 0 && base->opened < p->half_front) return 0;
    double best = w->sides[f->side].threshold;
    int64_t goal = -1;
    REACHES(base, reach) {
        double promise = w->neighbours[reach->border].promise;
        if (reach->open > 0.0 && promise > best) {
            best = promise;
            goal = reach->border;
        }
    }
    if (goal < 0) return 0;
    take_aim(w, p, f, goal);
    return 1;
}

static int reinforce(World *w, const Laws *p, Formation *f) {
    Place *base = here(w, f);
    double loudest = base->fronts > 0 ? p->lateral * relief_at(p, base, -f->strength) : w->sides[f->side].reserve;
    int64_t goal = -1;
    AROUND(base, neighbour) {
        const Place *place = at(w, neighbour);
        if (place->holder == f->side && !is_given_up(w, place, f->side)) {
            double call = relief_at(p, place, f->strength);
            int is_nearer = place->fronts > 0 || place->need > base->need;
            if (is_nearer && call > loudest) {
                loudest = call;
                goal = neighbour->place;
            }
        }
    }
    if (goal < 0) return 0;
    if (f->order != MOVE || f->objective != goal) f->marched = 0.0;
    f->order = MOVE;
    f->objective = goal;
    base->planned -= f->strength;
    w->places[goal].planned += f->strength;
    return 1;
}

static void give_order(World *w, const Laws *p, Formation *f) {
    Side *side = w->sides + f->side;
    int was_assaulting = f->order == ASSAULT;
    int may_assault = side->assaults > 0.0 && !f->spent && (was_assaulting || side->may_assault > 0.0);
    if (may_assault && !w->conditions->ceasefire && assault(w, p, f)) {
        if (!was_assaulting) side->may_assault -= f->strength;
        return;
    }
    if (was_assaulting) side->may_assault += f->strength;
    if (!reinforce(w, p, f) && f->order != MOVE) stand(f);
}

static void command(World *w, const Laws *p, int64_t day, int64_t s) {
    call_for_troops(w, p, s);
    count_assaults(w, s);
    double delay = lag_of_orders(p, w->sides + s);
    for (int64_t turn = 0; turn < w->n_formations; turn++) {
        Formation *f = in_turn(w, s, turn);
        if (!f) continue;
        if (f->order == ASSAULT && w->places[f->objective].holder == s) f->wait = 0;
        if (obeys(w, p, day, f) || leave(w, p, day, f)) continue;
        if (f->wait > 0) {
            f->wait--;
        } else {
            give_order(w, p, f);
            f->wait = (int64_t)(delay + uniform(w->key, day, ORDER, f->id));
        }
    }
}
