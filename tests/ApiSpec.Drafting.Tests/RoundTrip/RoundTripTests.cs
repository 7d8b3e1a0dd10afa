using System.Globalization;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tests.Printing;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reading;
using ApiSpec.Tests.Support;

namespace ApiSpec.Drafting.Tests.RoundTrip;

/// <summary>Specs are printed as pages of each form, and drafted back.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    private static readonly List<SpecFile> s_jobs = Read(Repository.JP1Specs);

    // Slightly lower than the measured values, so that a regression is detected. The printer has the same author as the drafter.
    private const double FewestFound = 0.99;
    private const double FewestRight = 0.99;

    private static readonly Wording[] s_wordings = [Wording.Jobs, Wording.Arrays, Wording.Phones];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sections_that_are_printed_are_drafted_back(string shape)
    {
        var judgement = new Judgement();
        var sections = s_jobs.Where(static file => file.Section is not null).ToList();
        Assert.Equal(79, sections.Count);
        foreach (var wording in s_wordings)
        {
            foreach (var file in sections)
                Judge(judgement, shape, file, s_jobs, wording);
        }

        Report("79 sections, " + shape, judgement);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Invented_manuals_are_drafted_back(string shape)
    {
        var judgement = new Judgement();
        var manuals = Read(Path.Combine(AppContext.BaseDirectory, "Specs"));
        Assert.Equal(7, manuals.Count);
        foreach (var wording in s_wordings)
        {
            foreach (var file in manuals)
                Judge(judgement, shape, file, [], wording);
        }

        Report("7 manuals, " + shape, judgement);
    }

    public static IEnumerable<TheoryDataRow<string>> Shapes() => Shape.All.Keys.Select(static shape => new TheoryDataRow<string>(shape));

    private static void Judge(Judgement judgement, string shape, SpecFile file, IReadOnlyList<SpecFile> files, Wording wording)
    {
        var page = Shape.Read(shape, SpecPrinter.Print(file, files, wording));
        judgement.Add(wording.Name + " " + file.Name, file, files, Support.Drafting.Draft(page, ShippedProfiles.Find(wording.Profile)!), wording);
    }

    private void Report(string shape, Judgement judgement)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"FIGURES {shape}: {judgement.Found} of {judgement.Expected} lines found ({judgement.FoundShare:P1}), {judgement.Right} of {judgement.Drafted} "
            + $"lines right ({judgement.RightShare:P1}), {judgement.Wrong.Count} wrong without a mark, {judgement.Unread.Count} lines not read"));
        foreach (var line in judgement.Wrong.Take(40))
            output.WriteLine("WRONG " + line);
        foreach (var line in judgement.Missing.Take(40))
            output.WriteLine("MISSING " + line);
        foreach (var line in judgement.Unread.Take(20))
            output.WriteLine("UNREAD " + line);
        Assert.True(judgement.FoundShare >= FewestFound, $"{judgement.FoundShare:P1} of the lines found: {string.Join('\n', judgement.Missing.Take(20))}");
        Assert.True(judgement.RightShare >= FewestRight, $"{judgement.RightShare:P1} of the draft right: {string.Join('\n', judgement.Wrong.Take(20))}");
        Assert.Empty(judgement.Wrong);
    }

    private static List<SpecFile> Read(string folder)
        => [.. Directory.EnumerateFiles(folder, "*.apispec.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(static path => SpecReader.Read(path, File.ReadAllText(path), CancellationToken.None).File!)];
}
