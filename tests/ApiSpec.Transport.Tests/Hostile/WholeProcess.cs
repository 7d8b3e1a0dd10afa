using Xunit;

namespace ApiSpec.Tests.Hostile;

/// <summary>Tests that watch the whole process, so that no other test can run at the same time.</summary>
[CollectionDefinition(nameof(WholeProcess), DisableParallelization = true)]
public static class WholeProcess;
