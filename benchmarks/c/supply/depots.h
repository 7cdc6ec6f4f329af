/* Depots: what they can send, and the strikes that lower it. */
#pragma once

#include "chance.h"
#include "depth/hits.h"
#include "world.h"

static double can_still_send(const Laws *p, const Place *depot) {
    if (depot->depot != depot->holder) return 0.0;
    double whole = depot->sends >= 0.0 ? depot->sends : p->depot_capacity;
    return whole * (1.0 - depot->depot_damage) - depot->dispatched;
}

static double delay_at_depot(const Laws *p, const Place *depot) {
    return 0.5 * p->turnaround * p->truck_speed * depot->depot_damage / (1.0 - depot->depot_damage);
}

static void repair_depots(World *w, const Laws *p) {
    ALL(Place, places, place) {
        if (place->depot_damage > 0.0) place->depot_damage = max(0.0, place->depot_damage - p->depot_repair);
    }
}

static int is_depot_in_reach(const Laws *p, const Place *place, int64_t owner) {
    return place->depot == owner && place->holder == owner && place->hostile <= p->depot_reach;
}

static void strike_depots(World *w, const Laws *p, int64_t day, int64_t s) {
    double sorties = w->sides[s].depot_strikes * w->sides[s].intelligence, sent = 0.0;
    if (sorties <= 0.0) return;
    ALL(Place, places, place) {
        if (is_depot_in_reach(p, place, 1 - s)) sent += place->dispatched;
    }
    if (sent <= 0.0) return;
    ALL(Place, places, place) {
        if (!is_depot_in_reach(p, place, 1 - s)) continue;
        double chance = hit_chance(sorties * place->dispatched / sent, p->strike_accuracy);
        if (uniform(w->key, day, DEPOT, of_pair(place->id, w->sides[s].id)) < chance) {
            place->depot_damage = min(1.0, place->depot_damage + p->depot_damage);
            LEDGER(depots_hit, 1 - s) += 1.0;
        }
    }
}
