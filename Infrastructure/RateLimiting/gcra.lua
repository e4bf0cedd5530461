-- GCRA for one key. KEYS[1] holds the theoretical arrival time (TAT) in microseconds of Redis's own clock.
-- ARGV[1] microseconds between two requests at the sustained rate, ARGV[2] how many may come at once.
-- Answers {allowed, remaining, microseconds until one more is allowed, microseconds until the full burst is back}.
local interval = tonumber(ARGV[1])
local burst = tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local after = tat + interval
local over = after - now - interval * burst
if over > 0 then
    return {0, 0, over, tat - now}
end
redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.ceil((after - now) / 1000))
return {1, math.floor((interval * burst - (after - now)) / interval), 0, after - now}
