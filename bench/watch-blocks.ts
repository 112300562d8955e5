/** The longest time in which a process answered nobody, in milliseconds. */
export type LongestBlock = {
  longestBlockMs: number;
  /** Of its own work; on a busy machine it waited for a core the rest of the time. */
  longestBlockCpuMs: number;
};

const everyMs = 2;

/** Watches this thread from now on; call what it returns to stop and to hear of the longest blocks. */
export function watchBlocks(): () => LongestBlock {
  let [longestMs, longestCpuMs] = [0, 0];
  let [lastAt, lastCpu] = [performance.now(), process.threadCpuUsage()];
  const look = () => {
    const [at, cpu] = [performance.now(), process.threadCpuUsage()];
    longestMs = Math.max(longestMs, at - lastAt);
    longestCpuMs = Math.max(longestCpuMs, (cpu.user + cpu.system - lastCpu.user - lastCpu.system) / 1000);
    [lastAt, lastCpu] = [at, cpu];
  };
  const timer = setInterval(look, everyMs);
  return () => {
    clearInterval(timer);
    look();
    return { longestBlockMs: Math.round(longestMs), longestBlockCpuMs: Math.round(longestCpuMs) };
  };
}
