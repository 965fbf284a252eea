"""Words that say nothing about a theme: short lists of our own, for drafts of codes only."""

from __future__ import annotations

_ENGLISH = """
a about above after again against all almost also although always am among an and another any anybody anyone anything
are around as ask at away back be because been before being below between both but by came can cannot come could did do
does doing done down during each either else enough even ever every everybody everyone everything far few first for from
get gets give go goes going got had has have having he her here hers him his how however i if in instead into is it its
itself just keep know last least less let like little look lot made make many may maybe me might more most much must my
myself need neither never no nobody none nor not nothing now of off often on once one only onto or other others our ours
out over own per perhaps put quite rather really said same say says see seem she should since so some somebody something
sometimes still such take than that the their theirs them themselves then there these they thing things think this those
though through thus to together too two under until up upon us use used very want was way we well were what whatever when
where whether which while who whole whom whose why will with within without would yes yet you your yours
"""

_CHINESE = """
一些 一个 一下 一直 一样 一般 一定 一点 一种 上面 下面 不会 不同 不是 不能 不要 与其 之间 之后 之前 也是 也许 什么 他们 以及
以前 以后 仍然 从来 任何 但是 你们 便是 保持 其实 其他 其它 具有 几个 别的 到底 即使 却是 原来 去年 又是 反正 只是 只有 只能
可以 可是 可能 各种 各自 同时 向来 否则 呢 吧 和 咱们 哪个 哪些 哪里 因为 因此 在于 基本 多少 大家 大概 大约 太 如何 如果 它们
对于 将来 尤其 就是 已经 希望 平时 平常 应该 应当 开始 当然 很多 很少 怎么 怎么样 怎样 总是 您 您好 情况 想要 成为 我们 我
或者 所以 所有 才能 整个 方面 无论 时候 时间 是不是 是否 更加 有点 有些 有的 有时 有没有 本来 本身 来说 某些 次 此外 比如 比较
没什么 没有 点儿 然后 然而 特别 现在 甚至 由于 的话 目前 知道 确实 简单 经常 结果 继续 而且 而是 自己 自从 至于 虽然 觉得 认为
说 说话 说实话 起来 越来越 跟着 还是 还有 这个 这么 这些 这样 这种 这里 进行 通过 那个 那么 那些 那样 那种 那里 都是 里面
除了 随着 非常 首先 个人 感觉 今年 今后 作为 使得 关于 出来 出去 过来 过去 东西 事情 有人 别人 人家
另外 看看 办法 这儿 那儿 没人 一步 在这儿 不比 实在 有个 就算 算是 左右 以上 以下 方式 做法
"""

ENGLISH = frozenset(_ENGLISH.split())
CHINESE = frozenset(_CHINESE.split())

CHINESE_EDGES = frozenset(
    "的了着是在和与及或而也都就还又很太更最不没这那些个们我你他她它您咱谁怎吗呢吧啊呀嘛哦把被给让向对从为于之所要想使跟但却因如若则且并每某此"
)
"""Characters with which no guessed word begins or ends."""

NO_NAMES = frozenset(("晋升", "公正", "双休", "关怀", "温馨", "明白", "明朗", "文明", "安康", "福利"))
"""Words that the segmenter's dictionary takes for names of persons or places."""
