import { Craftsman } from 'craftsman-mini-program-client';

/** The service that ./run.sh starts on this machine. A real one is https and among the request domains of the mini program. */
export const service = 'http://127.0.0.1:5080';

/** The one client of the mini program. */
export const craftsman = new Craftsman({
  baseUrl: service,
  // The WeChat that ./run.sh simulates knows people by name. Take this line out for a real service: then wx.login is asked.
  loginCode: () => Promise.resolve('dev:sample'),
});
