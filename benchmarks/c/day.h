/* A day of war: the main loop. One line a phase; both sides act at once. */
#pragma once

#include "battle/coalition.h"
#include "battle/cohesion.h"
#include "battle/combat.h"
#include "battle/encirclement.h"
#include "battle/losses.h"
#include "battle/sectors.h"
#include "battle/strength.h"
#include "command/by_hand.h"
#include "command/orders.h"
#include "depth/infiltration.h"
#include "depth/intelligence.h"
#include "depth/interdiction.h"
#include "front.h"
#include "manoeuvre.h"
#include "outside/aid.h"
#include "outside/civilians.h"
#include "outside/diplomacy.h"
#include "outside/events.h"
#include "outside/mediation.h"
#include "outside/rulings.h"
#include "record.h"
#include "supply/replacements.h"
#include "supply/supply.h"

static void take_stock(World *w, const Laws *p, int64_t day) {
    repair(w, p);
    apply_events(w, day);
    take_orders(w, day);
    replace_losses(w, day);
    infiltrate(w, p, day);
    overrule(w, p, day);
    survey(w, p);
    receive_aid(w, p);
    muster(w, p);
    see(w, p, day);
    line_up(w, p);
}

static void live_on(World *w, const Laws *p, int64_t day) {
    weigh_will(w, p, day);
    go_home(w, p, day);
    if (day <= w->conditions->foreseen) suffer(w, p);
    gather_momentum(w, p, day);
}

static void play_day(World *w, const Laws *p, int64_t day) {
    take_stock(w, p, day);
    command(w, p, day, 0);
    command(w, p, day, 1);
    obey(w);
    PRESENT_FORMATIONS(f) count_anew(f);
    interdict(w, p, day);
    supply(w, p, day);
    PRESENT_FORMATIONS(f) march(w, p, day, f);
    fight(w, p, day);
    survey(w, p);
    PRESENT_FORMATIONS(f) encircle(w, p, day, f);
    PRESENT_FORMATIONS(f) update_morale(w, p, day, f);
    live_on(w, p, day);
    ALL(Supporter, supporters, supporter) reconsider(w, supporter);
    ALL(Mediator, mediators, mediator) mediate(w, mediator);
    record(w, day);
}
