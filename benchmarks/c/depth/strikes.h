/* Strikes: sorties against the roads and crossings by which the enemy is supplied. */
#pragma once

#include "chance.h"
#include "world.h"

static double hit_chance(double sorties, double accuracy) { return 1.0 - exp(-sorties * accuracy); }

static int hits(double drawn, double sorties, double accuracy) {
    return drawn < sorties * accuracy && drawn < hit_chance(sorties, accuracy);
}

static int is_target(const Laws *p, const Road *road) {
    return road->flow != 0.0 && road->holder >= 0 && road->owner < 0 && road->hostile <= p->strike_reach;
}

static void observe_traffic(World *w, const Laws *p) {
    ALL(Side, sides, side) side->road_traffic = side->crossing_traffic = 0.0;
    ALL(Road, roads, road) {
        if (!is_target(p, road)) continue;
        Side *owner = w->sides + road->holder;
        *(road->crossing ? &owner->crossing_traffic : &owner->road_traffic) += fabs(road->flow);
    }
}

static void strike_road(
    World *w, const Laws *p, int64_t day, Road *road, double sorties, double traffic, double damage, int64_t cause
) {
    if (sorties <= 0.0) return;
    double drawn = uniform(w->key, day, INTERDICTION, of_pair(road->id, w->sides[1 - road->holder].id));
    if (hits(drawn, sorties * fabs(road->flow) / traffic, p->strike_accuracy)) {
        road->damage = min(1.0, road->damage + damage);
        *ledger(w, day, cause, road->holder) += 1.0;
    }
}

static void strike(World *w, const Laws *p, int64_t day) {
    observe_traffic(w, p);
    ALL(Road, roads, road) {
        if (!is_target(p, road)) continue;
        const Side *owner = w->sides + road->holder, *enemy = w->sides + 1 - road->holder;
        if (road->crossing) {
            double sorties = enemy->crossing_strikes * enemy->intelligence;
            strike_road(w, p, day, road, sorties, owner->crossing_traffic, p->crossing_damage, CAUSE(crossings_hit));
        } else {
            double sorties = enemy->road_strikes * enemy->intelligence;
            strike_road(w, p, day, road, sorties, owner->road_traffic, p->road_damage, CAUSE(roads_hit));
        }
    }
}
