using System.Globalization;
using ApiSpec.Benchmarks;
using ApiSpec.Benchmarks.BuildCost;
using ApiSpec.Benchmarks.Client;
using ApiSpec.Benchmarks.Generator;
using ApiSpec.Benchmarks.Peers;
using BenchmarkDotNet.Running;

switch (args.FirstOrDefault())
{
    case "build-cost":
        await BuildCostReport.RunAsync(args);
        break;
    case "compiler-memory":
        await CompilerMemoryReport.RunAsync(args);
        break;
    case "large-reference":
        await LargeReferenceReport.RunAsync(args);
        break;
    case "streaming-memory":
        await StreamingMemory.RunAsync();
        break;
    case "interleaved":
        Interleaved.Run(args.ElementAtOrDefault(1) ?? "");
        break;
    case "cold-start" when args is [_, var generator, var count]:
        ColdStart.Measure(generator, int.Parse(count, CultureInfo.InvariantCulture));
        break;
    case "cold-start":
        ColdStart.Report(sections: int.Parse(args.ElementAtOrDefault(1) ?? "100", CultureInfo.InvariantCulture));
        break;
    case "nswag":
        await Console.Out.WriteAsync(
            await NSwagGenerator.GenerateAsync(await ReadResourceAsync("bench.openapi.json"), "ApiSpec.Benchmarks.Peers.NSwag", "NSwagClient"));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, new BenchmarkConfig());
        break;
}

static async Task<string> ReadResourceAsync(string name)
{
    using var reader = new StreamReader(typeof(BenchmarkConfig).Assembly.GetManifestResourceStream(name)!);
    return await reader.ReadToEndAsync();
}
