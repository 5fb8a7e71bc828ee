using System.Data.Common;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Restaurant.Bench.Runner;
using Restaurant.Bench.Runner.PostgreSql;
using Restaurant.Bench.Runner.Reporting;

using var stop = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static _ => EndAll());
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static _ => EndAll());
try
{
    var options = Options.Parse(args);
    var surroundings = await Surroundings.LookAsync();
    switch (options.Mode)
    {
        case Mode.StartUp:
            Console.WriteLine("== start-up");
            await Report.PublishAsync(surroundings + await new StartUpRun(options).RunAsync(), "startup.md");
            break;
        case Mode.Writes:
            Console.WriteLine($"== {WritesRun.Name}");
            await Report.PublishAsync(Report.Of(surroundings, options, [await new WritesRun(options).RunAsync()]), "writes.md");
            break;
        case Mode.Streams:
            Console.WriteLine($"== {StreamsRun.Name}");
            await Report.PublishAsync(StreamReport.Of(surroundings, options, await new StreamsRun(options).RunAsync()), "streams.md");
            break;
        case Mode.PostgreSql:
            await Report.PublishAsync(PostgreSqlReport.Of(surroundings, options, await new PostgreSqlRun(options).RunAsync()), "postgresql.md");
            break;
        default:
            var measured = new List<Measured>();
            foreach (var group in Group.All.Where(group => options.Workloads.Count == 0 || group.Workloads.Any(options.Workloads.Contains)))
            {
                Console.WriteLine($"== {string.Join(", ", group.Workloads)}");
                measured.Add(await new GroupRun(group, options).RunAsync());
            }

            await Report.PublishAsync(Report.Of(surroundings, options, measured), "latest.md");
            break;
    }

    return 0;
}
catch (Exception exception) when (exception is UsageError or InvalidDataException or InvalidOperationException or TimeoutException or SocketException or DbException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
finally
{
    EndAll();
}

static void EndAll()
{
    ContenderProcess.EndAll();
    Cluster.StopOwn();
}
