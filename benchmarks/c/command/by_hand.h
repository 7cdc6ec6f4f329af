/* Orders by hand: a formation that is ordered what to do obeys, whatever the standard doctrine would say. */
#pragma once

#include "battle/reach.h"
#include "command/stance.h"
#include "command/withdrawal.h"
#include "front.h"
#include "world.h"

static void send_sorties(Side *side, int64_t target, double sorties) {
    switch (target) {
        case 0: side->road_strikes = sorties; break;
        case 1: side->crossing_strikes = sorties; break;
        case 2: side->depot_strikes = sorties; break;
        case 3: side->assembly_strikes = sorties; break;
        default: side->command_strikes = sorties;
    }
}

static void take_order(World *w, const Event *event) {
    if (event->kind >= ORDERED) {
        Formation *f = w->formations + event->target;
        f->ordered = event->kind - ORDERED;
        f->goal = (int64_t)event->value;
        f->wait = 0;
        if (f->ordered == TO_ATTACK) {
            w->places[f->goal].spared[f->side] = 0.0;
            w->places[f->goal].surveyed = 0;
            w->conditions->moved = 1;
        }
    } else if (event->kind >= STRIKES) {
        send_sorties(w->sides + event->target, event->kind - STRIKES, event->value);
    } else {
        w->places[event->target].axis[event->kind - AXIS] = event->value;
    }
}

static void take_orders(World *w, int64_t day) {
    if (day > w->conditions->foreseen) return;
    ALL(Event, events, event) {
        if (event->day == day && AXIS <= event->kind && event->kind <= ORDERED + TO_WAIT) take_order(w, event);
    }
}

/* The neighbouring own place next on the shortest way over own ground to where the formation is ordered. */
static int64_t way_to_goal(World *w, const Formation *f) {
    ALL(Place, places, place) place->distance = FAR;
    Place *goal = w->places + f->goal;
    if (goal->holder == f->side) {
        goal->distance = 0.0;
    } else {
        AROUND(goal, neighbour) {
            if (at(w, neighbour)->holder == f->side) at(w, neighbour)->distance = neighbour->km;
        }
    }
    int has_arrived = goal->holder != f->side && here(w, f)->distance < FAR;
    spread_over_own_ground(w);
    int64_t way = -1;
    double km = FAR;
    AROUND(here(w, f), neighbour) {
        const Place *beyond = at(w, neighbour);
        if (!has_arrived && beyond->holder == f->side && neighbour->km + beyond->distance < km) {
            way = neighbour->place;
            km = neighbour->km + beyond->distance;
        }
    }
    ALL(Place, places, place) place->distance = FAR;
    return way;
}

static void head_for(Formation *f, int64_t order, int64_t place) {
    if (f->objective != place) f->marched = 0.0;
    f->order = order;
    f->objective = place;
}

static void take_aim(World *w, const Laws *p, Formation *f, int64_t goal) {
    const Neighbour *border = w->neighbours + goal;
    if (f->order != ASSAULT) {
        if (mirror(w, border)->believed <= p->screen * border->front) {
            int64_t days = (int64_t)ceil(p->preparation);
            f->prepared = days > f->prepared ? days : f->prepared;
        }
        f->noticed = 0;
    }
    f->order = ASSAULT;
    f->objective = border->place;
}

static void attack(World *w, const Laws *p, Formation *f) {
    int64_t way = way_to_goal(w, f);
    if (way >= 0) {
        head_for(f, MOVE, way);
        return;
    }
    find_reach(w, p, f->place);
    int64_t best = -1;
    double greatest = -1.0;
    REACHES(here(w, f), reach) {
        const Neighbour *border = w->neighbours + reach->border;
        if (border->place == f->goal && reach->open > 0.0 && border->promise > greatest) {
            best = reach->border;
            greatest = border->promise;
        }
    }
    if (best < 0 || w->conditions->ceasefire) stand(f);
    else take_aim(w, p, f, best);
}

static void go_to_goal(World *w, int64_t day, Formation *f) {
    int64_t way = way_to_goal(w, f);
    if (way >= 0) {
        int64_t order = here(w, f)->fronts > 0 ? WITHDRAW : MOVE;
        if (order == WITHDRAW && f->order != WITHDRAW) LEDGER(withdrawals, f->side) += 1.0;
        head_for(f, order, way);
    } else if (here(w, f)->retreat < FAR || !withdraw(w, day, f)) {
        stand(f);
    }
}

static int obeys(World *w, const Laws *p, int64_t day, Formation *f) {
    if (f->ordered == BY_DOCTRINE) return 0;
    const Place *base = here(w, f);
    if (f->ordered == TO_ATTACK && w->places[f->goal].holder != f->side) attack(w, p, f);
    else if (f->ordered == TO_HOLD || f->place == f->goal) stand(f);
    else if (f->goal >= 0) go_to_goal(w, day, f);
    else if ((base->fronts == 0 && base->retreat < FAR) || !withdraw(w, day, f)) stand(f);
    return 1;
}
