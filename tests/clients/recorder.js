/** A fetch that keeps what went over the wire. */
export function recordingFetch() {
  const calls = []
  return {
    calls,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const call = { method: request.method, url: new URL(request.url), accept: request.headers.get('accept'), body: init?.body ? JSON.parse(init.body) : undefined }
      calls.push(call)
      const response = await fetch(input, init)
      call.status = response.status
      call.headers = response.headers
      call.answer = response.headers.get('content-type')?.includes('json') ? await response.clone().json() : undefined
      return response
    },
  }
}
