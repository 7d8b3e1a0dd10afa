using Xunit;

namespace ApiSpec.Tests.Hostile;

/// <summary>Tests that watch the whole process: nothing else may run beside them.</summary>
[CollectionDefinition(nameof(WholeProcess), DisableParallelization = true)]
public static class WholeProcess;
