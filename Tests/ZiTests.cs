using System.Text.Json;
using Craftsman.Domain;

namespace Craftsman.Tests;

/// <summary>The vectors of the contract are the same file that binds the mini program.</summary>
public sealed class ZiTests
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    private static readonly Vector[] Vectors = JsonSerializer.Deserialize<Vector[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "words.json")),
        Camel
    )!;

    public static TheoryData<string, string, int> Words
    {
        get
        {
            var words = new TheoryData<string, string, int>();

            foreach (var vector in Vectors)
            {
                words.Add(vector.Why, vector.Text, vector.Zi);
            }

            return words;
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void The_vectors_of_the_contract_are_counted_as_they_say(string why, string text, int zi)
    {
        var counted = Zi.Count(text);

        Assert.True(counted == zi, $"{why}: expected {zi}, counted {counted}");
    }

    [Fact]
    public void There_are_at_least_sixty_vectors_no_two_the_same_and_each_says_why()
    {
        Assert.True(Vectors.Length >= 60);
        Assert.Equal(Vectors.Length, Vectors.DistinctBy(vector => vector.Text).Count());
        Assert.All(Vectors, vector => Assert.False(string.IsNullOrWhiteSpace(vector.Why)));
    }

    [Fact]
    public void Texts_with_a_space_between_them_count_as_the_sum_of_the_two()
    {
        foreach (var first in Vectors)
        {
            foreach (var second in Vectors)
            {
                Assert.Equal(first.Zi + second.Zi, Zi.Count(first.Text + " " + second.Text));
            }
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_counts_as_a_visible_character() =>
        Assert.Equal(3, Zi.Count("匠" + '\ud83d' + "心"));

    private sealed record Vector(string Text, int Zi, string Why);
}
