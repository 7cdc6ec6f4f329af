/* Interdiction: what strikes and raids take from the enemy's roads and depots, and how they recover. */
#pragma once

#include "depth/assembly_areas.h"
#include "depth/command_posts.h"
#include "depth/fire_control.h"
#include "depth/raids.h"
#include "depth/strikes.h"
#include "supply/depots.h"
#include "world.h"

static void interdict(World *w, const Laws *p, int64_t day) {
    if (!w->conditions->ceasefire) {
        strike(w, p, day);
        for (int64_t s = 0; s < 2; s++) {
            strike_depots(w, p, day, s);
            strike_assembly_areas(w, p, day, s);
            strike_command_posts(w, p, day, s);
            raid(w, p, day, s);
        }
    }
    control_by_fire(w, p);
}

static void repair_roads(World *w, const Laws *p) {
    ALL(Road, roads, road) {
        double repaired = road->crossing ? p->crossing_repair : p->road_repair;
        if (road->damage > 0.0) road->damage = max(0.0, road->damage - repaired);
    }
}

static void repair(World *w, const Laws *p) {
    repair_roads(w, p);
    repair_depots(w, p);
    recover_command(w, p);
}
