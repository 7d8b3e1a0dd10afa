using System.Reflection;
using System.Runtime.Versioning;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>The tests use the build of the library that their project references.</summary>
public sealed class LibraryTests
{
    [Fact]
    public void The_tests_run_against_the_library_for_their_framework()
    {
        var framework = typeof(ApiOperation).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
#if RUNTIME_NETSTANDARD
        Assert.Equal(".NETStandard,Version=v2.0", framework);
#elif NET10_0_OR_GREATER
        Assert.Equal(".NETCoreApp,Version=v10.0", framework);
#else
        Assert.Equal(".NETCoreApp,Version=v8.0", framework);
#endif
    }
}
