-- GCRA for many requests in one call, each with one or several keys. KEYS are the distinct keys, each holding the theoretical arrival
-- time (TAT) in microseconds of Redis's own clock. ARGV begins with two numbers for each key: microseconds between two requests at the
-- sustained rate, and how many may come at once. Then for each request: how many keys it has, and their places in KEYS.
-- A request that one key refuses takes from none. Answers a number for each key of each request, in order: the microseconds until the
-- key's burst is whole again, or that number negated and less one where this key refuses.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local stored = redis.call('MGET', unpack(KEYS))
local interval, tolerance, tat, taken = {}, {}, {}, {}
for key = 1, #KEYS do
    interval[key] = tonumber(ARGV[2 * key - 1])
    tolerance[key] = interval[key] * tonumber(ARGV[2 * key])
    tat[key] = math.max(tonumber(stored[key] or now), now)
end
local answers = {}
local at = 2 * #KEYS + 1
while at <= #ARGV do
    local count = tonumber(ARGV[at])
    local allowed = true
    for place = at + 1, at + count do
        local key = tonumber(ARGV[place])
        allowed = allowed and tat[key] + interval[key] - now <= tolerance[key]
    end
    for place = at + 1, at + count do
        local key = tonumber(ARGV[place])
        if allowed then
            tat[key] = tat[key] + interval[key]
            taken[key] = true
            answers[#answers + 1] = tat[key] - now
        elseif tat[key] + interval[key] - now <= tolerance[key] then
            answers[#answers + 1] = tat[key] - now
        else
            answers[#answers + 1] = now - tat[key] - 1
        end
    end
    at = at + count + 1
end
for key in pairs(taken) do
    redis.call('SET', KEYS[key], string.format('%.0f', tat[key]), 'PX', math.ceil((tat[key] - now) / 1000))
end
return answers
