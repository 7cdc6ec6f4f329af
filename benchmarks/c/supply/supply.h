/* Supply: what formations consume, what the roads bring them, and what being short does to them. */
#pragma once

#include "command/aims.h"
#include "supply/delivery.h"
#include "supply/last_mile.h"
#include "supply/links.h"
#include "supply/trucks.h"
#include "world.h"

static double consumption(const World *w, const Laws *p, const Formation *f) {
    const Place *base = here(w, f);
    double rate = p->use_quiet;
    if (f->order == ASSAULT) {
        rate = p->use_assaulting;
    } else if (base->fronts > 0) {
        double share = may_come(w, 1 - base->holder, base) ? 1.0 : p->closed_border_use;
        rate = p->use_quiet + share * (p->use_in_contact - p->use_quiet);
    }
    return rate * f->strength;
}

static double supply_effect(const Laws *p, double days) {
    return p->least_effect + (1.0 - p->least_effect) * min(1.0, days / p->critical_days);
}

static void ask(World *w, const Laws *p, int64_t day, int64_t s) {
    PRESENT_FORMATIONS(f) {
        if (f->side != s) continue;
        f->use = consumption(w, p, f);
        double lacking = (p->stock_days + 1.0) * f->use - f->stock;
        f->wanted = max(0.0, min(lacking, p->resupply_days * f->use));
        f->sent = f->received = 0.0;
        f->reached = here(w, f)->route < FAR;
        f->supplier = here(w, f)->source;
        if (!f->reached) continue;
        f->risk = here(w, f)->risk;
        count_need(w, p, f, here(w, f)->haul);
    }
    PRESENT_FORMATIONS(f) {
        if (f->side != s || !f->reached) continue;
        double share = ration(w, f);
        LEDGER(supply_short_of_trucks, s) += f->wanted * (1.0 - share);
        f->wanted *= share;
        if (here(w, f)->across >= 0) here(w, f)->wanted_across += f->wanted;
    }
    PRESENT_FORMATIONS(f) {
        if (f->side != s || !f->reached) continue;
        double share = track_share(p, here(w, f));
        LEDGER(supply_short_of_road, s) += f->wanted * (1.0 - share);
        f->wanted *= share;
    }
}

static void account(World *w, const Laws *p, int64_t day, Formation *f) {
    double destroyed = f->sent - f->received;
    lose_trucks(w, f, destroyed / p->payload * p->truck_loss);
    LEDGER(supply_short_of_road, f->side) += f->wanted - f->sent;
    LEDGER(supply_destroyed, f->side) += destroyed;
    int is_full = f->stock >= p->stock_days * f->use;
    int is_starved = f->received < p->cut_share * f->use && !is_full;
    f->cut = !f->reached || is_starved ? f->cut + 1 : 0;
}

static void consume(World *w, const Laws *p, int64_t day, Formation *f) {
    double at_hand = f->stock + f->received, used = min(f->use, at_hand);
    f->stock = at_hand - used;
    LEDGER(supply_received, f->side) += f->received;
    LEDGER(supply_used, f->side) += used;
    if (f->use > 0.0) f->effect = supply_effect(p, at_hand / f->use);
}

static void supply(World *w, const Laws *p, int64_t day) {
    ALL(Road, roads, road) road->flow = 0.0;
    open_links(w, day);
    replace_trucks(w, p);
    ALL(Place, places, place) place->dispatched = place->carried_across = place->wanted_across = 0.0;
    trace_routes(w, p);
    for (int64_t s = 0; s < 2; s++) ask(w, p, day, s);
    deliver(w, p);
    wear_links(w);
    PRESENT_FORMATIONS(f) {
        account(w, p, day, f);
        consume(w, p, day, f);
    }
}
