/* Links: airlifts, ferries and railways, with carriers and weather of their own, whoever holds the ground between. */
#pragma once

#include "chance.h"
#include "world.h"

static double throughput(const Link *link) {
    double carried = link->carriers < 0.0 ? link->capacity : min(link->capacity, link->carriers * link->load);
    return carried * (1.0 - link->hindered);
}

static void open_links(World *w, int64_t day) {
    ALL(Link, links, link) {
        Road *way = w->roads + link->road;
        int is_closed = uniform(w->key, day, WEATHER, link->id) < link->weather;
        way->capacity = is_closed ? 0.0 : throughput(link);
        way->hazard = -log(1.0 - link->loss) / way->length;
    }
}

static void wear_links(World *w) {
    ALL(Link, links, link) {
        if (link->carriers < 0.0) continue;
        double lost = min(link->carriers, fabs(w->roads[link->road].flow) / link->load * link->carrier_loss);
        link->carriers = min(link->most_carriers, link->carriers - lost + link->replacement);
    }
}
