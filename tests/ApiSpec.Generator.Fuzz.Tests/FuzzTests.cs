using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>
/// Mutated specs, each identified by a number. <c>APISPEC_FUZZ_INPUTS</c> sets their number, <c>APISPEC_FUZZ_FIRST</c> the first one, and
/// <c>APISPEC_FUZZ_FINDINGS</c> a folder for inputs with a finding.
/// </summary>
public sealed partial class FuzzTests
{
    private const int InputsOfAShortRun = 2_000;
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(1);

    private long _current;
    private long _started;

    [Fact]
    public void Any_text_gives_diagnostics_or_the_declared_code()
    {
        var first = Setting("APISPEC_FUZZ_FIRST", 1);
        var count = Setting("APISPEC_FUZZ_INPUTS", InputsOfAShortRun);
        var findings = new SortedDictionary<string, Mutant>(StringComparer.Ordinal);
        var check = new MutantCheck();
        var run = new Thread(() => Run(first, count, check, findings), maxStackSize: 1024 * 1024) { IsBackground = true };
        _started = Stopwatch.GetTimestamp();
        run.Start();
        while (!run.Join(TimeSpan.FromSeconds(1)))
            Assert.True(
                Stopwatch.GetElapsedTime(Interlocked.Read(ref _started)) < Hanging, "Input " + Interlocked.Read(ref _current) + " does not come to an end.");

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} inputs, {check.WithoutError} without an error, {check.Compiled} compiled, {findings.Count} findings");
        // Inputs without an error reach the emitters. With too few of them, this would only test the reader.
        Assert.True(count < InputsOfAShortRun || (check.WithoutError > count / 20 && check.Compiled > 0), "Hardly any input is a spec.");
        Assert.True(
            findings.Count == 0, string.Join("\n", findings.Select(static found => $"input {found.Value.Number} ({found.Value.Source.Path}): {found.Key}")));
    }

    private void Run(long first, long count, MutantCheck check, SortedDictionary<string, Mutant> findings)
    {
        var folder = Environment.GetEnvironmentVariable("APISPEC_FUZZ_FINDINGS");
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var number = first; number < first + count; number++)
        {
            Interlocked.Exchange(ref _current, number);
            Interlocked.Exchange(ref _started, Stopwatch.GetTimestamp());
            // A stack overflow ends the process. The file then shows the input, within a hundred.
            if (folder is not null && number % 100 == 0)
                File.WriteAllText(
                    Path.Combine(folder, "progress.txt"),
                    string.Create(CultureInfo.InvariantCulture, $"{number} {check.WithoutError} {check.Compiled} {findings.Count}"));
            var mutant = Mutator.Make(number);
            if (check.Check(mutant) is not { } wrong || !known.Add(Digits().Replace(wrong.Split("<<")[0], "#")) || findings.Count >= 100)
                continue;
            findings.TryAdd(wrong, mutant);
            if (folder is not null)
                File.WriteAllText(
                    Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture) + ".apispec.yaml"),
                    "# " + mutant.Source.Path + ": " + wrong.ReplaceLineEndings(" ") + "\n" + mutant.Text,
                    new UnicodeEncoding());
        }
    }

    private static long Setting(string name, long otherwise)
        => long.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    [GeneratedRegex("[0-9]+|'[^']*'")]
    private static partial Regex Digits();
}
