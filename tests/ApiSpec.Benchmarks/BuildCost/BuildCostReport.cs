using System.Globalization;

namespace ApiSpec.Benchmarks.BuildCost;

/// <summary>
/// Measures a build after an edit of C#, in projects of equal content: bare records, a client of specs, a client by NSwag, a context of System.Text.Json.
/// The projects take turns. The first half of the rounds only warms up the compiler server, whose code gets faster for about ten builds.
/// </summary>
internal static class BuildCostReport
{
    public static async Task RunAsync(string[] args)
    {
        var operations = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000;
        var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 10;
        var folder = Directory.CreateTempSubdirectory("apispec-build-cost");
        try
        {
            var projects = await ConsumerProject.CreateAllAsync(folder.FullName, operations);
            var seconds = projects.ToDictionary(static project => project, static _ => new List<double>());
            foreach (var project in projects)
                await project.BuildAsync("-restore");
            for (var round = 0; round < rounds; round++)
            {
                foreach (var project in projects)
                {
                    project.EditProgram(round);
                    seconds[project].Add(await project.BuildAsync("--no-restore"));
                }
            }

            Print(projects, seconds, operations);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(IReadOnlyList<ConsumerProject> projects, Dictionary<ConsumerProject, List<double>> seconds, int operations)
    {
        var bare = Median(seconds[projects[0]]);
        var bareSize = IntermediateLanguage.Measure(projects[0].Assembly);
        Console.WriteLine("| project | build after an edit | over bare records | IL an operation | of which JSON |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var project in projects)
        {
            var size = IntermediateLanguage.Measure(project.Assembly);
            var time = Median(seconds[project]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {project.Name} | {time:F2} s | {time - bare:F2} s | {(double)(size.Total - bareSize.Total) / operations:F0} B | "
                + $"{(double)size.Contracts / operations:F0} B |"));
        }
    }

    private static double Median(List<double> values)
    {
        var counted = values.Skip(values.Count / 2).Order().ToList();
        return counted[counted.Count / 2];
    }
}
