-- Sends the requests of a file in order, each once: "METHOD PATH TOKEN" a line, the token being - where none is sent, and JSON without
-- spaces behind it where there is a body. Arguments: the file, and how many of its lines to pass over.
local requests, at = {}, 0

function init(args)
   local skip = tonumber(args[2])
   local line = 0
   for text in io.lines(args[1]) do
      line = line + 1
      if line > skip then
         local method, path, token, body = text:match("(%S+) (%S+) (%S+) ?(%S*)")
         local headers = body ~= "" and { ["Content-Type"] = "application/json" } or { ["Content-Length"] = "0" }
         if token ~= "-" then headers["Authorization"] = "Bearer " .. token end
         requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
      end
   end
end

function request()
   at = at + 1
   if at > #requests then
      -- All are sent: what comes back now would be repetitions, which the bench counts as unexpected.
      at = 1
   end
   return requests[at]
end

function done(summary, latency, _)
   local errors = summary.errors
   io.write(string.format(
      "RESULT requests=%d microseconds=%d p50=%.1f p99=%.1f max=%.1f unexpected=%d\n",
      summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
      errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
